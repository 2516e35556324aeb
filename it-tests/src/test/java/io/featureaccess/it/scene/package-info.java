/** Small feature stores that several tests begin with. */
package io.featureaccess.it.scene;
