/** Groups of principals: what they are called, where they lie, and how somebody came to be in them. */
package io.featureaccess.domain.group;
