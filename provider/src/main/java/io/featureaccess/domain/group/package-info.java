/** Groups of principals: what they are called and where they lie. */
package io.featureaccess.domain.group;
