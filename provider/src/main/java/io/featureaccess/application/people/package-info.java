/** Use cases about people and groups: what admins change of a realm's users, and of who is in which group. */
package io.featureaccess.application.people;
