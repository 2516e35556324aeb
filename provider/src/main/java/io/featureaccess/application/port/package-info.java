/** What use cases need from outside, for one realm each: storage, directory, resources. */
package io.featureaccess.application.port;
