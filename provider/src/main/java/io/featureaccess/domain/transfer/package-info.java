/** A realm's nodes and grants as lines of text: what the lines say, and in which order they may come. */
package io.featureaccess.domain.transfer;
