/** What turns rules as they are written into rules that can be asked: their JSON form, and regular expressions of linear time. */
package io.featureaccess.matching;
