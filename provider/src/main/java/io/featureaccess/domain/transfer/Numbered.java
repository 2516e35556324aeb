package io.featureaccess.domain.transfer;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.function.Supplier;

/**
 * A line and where it stands.
 *
 * @param number the line's place in the file, counted from 1
 */
public record Numbered<T extends TransferLine>(long number, T line) {

    /** Runs a check of this line, and lets its problem say which line it is about. */
    public <R> R checking(Supplier<R> check) {
        try {
            return check.get();
        } catch (DomainProblem problem) {
            throw problem.inLine(number);
        }
    }

    /** The same for a check that answers nothing. */
    public void checking(Runnable check) {
        checking(() -> {
            check.run();
            return null;
        });
    }

    public static <T extends TransferLine> List<Numbered<T>> only(Class<T> type, List<Numbered<TransferLine>> lines) {
        return lines.stream()
                .filter(numbered -> type.isInstance(numbered.line()))
                .map(numbered -> new Numbered<>(numbered.number(), type.cast(numbered.line())))
                .toList();
    }
}
