/** Use cases, one class each: they load what a rule needs through ports, ask the domain, and write what follows. */
package io.featureaccess.application;
