/** Access requests and the permissions that they and direct grants become: their states, and what each step records. */
package io.featureaccess.domain.request;
