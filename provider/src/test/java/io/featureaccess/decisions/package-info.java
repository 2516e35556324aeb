/** Decision files: worlds and expectations in YAML, readable by anyone, for every door to be held against; free of the code they judge. */
package io.featureaccess.decisions;
