package io.featureaccess.domain.page;

import io.featureaccess.domain.problem.DomainProblem;

/**
 * Which part of a list is wanted.
 *
 * @param first how many entries to leave out, from 0
 * @param max how many to answer at most, 1 to {@value #LARGEST}
 */
public record PageRequest(int first, int max) {

    public static final int LARGEST = 500;
    public static final int USUAL = 100;

    /** @throws DomainProblem {@code malformed-value} on {@code first} or {@code max} */
    public PageRequest {
        if (first < 0) {
            throw DomainProblem.malformed("first", "it is 0 or more");
        }
        if (max < 1 || max > LARGEST) {
            throw DomainProblem.malformed("max", "it is between 1 and " + LARGEST);
        }
    }

    public static PageRequest ofFirst(int max) {
        return new PageRequest(0, max);
    }
}
