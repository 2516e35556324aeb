/** Users, groups and who is in them, as admins change them. */
package io.featureaccess.it.people;
