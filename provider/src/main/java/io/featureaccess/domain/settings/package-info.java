/** What a realm's admins may set for the whole platform. */
package io.featureaccess.domain.settings;
