/** Decision files: worlds and expectations in YAML, readable by anyone, for every door to be held against. */
package io.featureaccess.decisions;
