package io.featureaccess.application.transfer;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.transfer.TransferLine;
import java.util.function.Supplier;

/** @param number the line's place in the file, counted from 1 */
public record NumberedLine(long number, TransferLine line) {

    /** Runs a check of this line, and lets its problem say which line it is about. */
    <T> T checking(Supplier<T> check) {
        try {
            return check.get();
        } catch (DomainProblem problem) {
            throw problem.inLine(number);
        }
    }
}
