/** The screens in the account console, in a real browser. */
package io.featureaccess.it.screens;
