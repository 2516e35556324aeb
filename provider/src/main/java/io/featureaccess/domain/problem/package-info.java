/** Every refusal the domain knows, each with a stable code and its wording in one place. */
package io.featureaccess.domain.problem;
