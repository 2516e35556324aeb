/** A decision file's world in memory, and the decision function held against every file. */
package io.featureaccess.decisions.world;
