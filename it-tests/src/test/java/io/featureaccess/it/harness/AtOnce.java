package io.featureaccess.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several calls at the same moment, each in a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** Lets all of them go together, and gives their answers in the order of the calls. */
    public static List<Answer> all(List<Callable<Answer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CyclicBarrier start = new CyclicBarrier(calls.size());
            List<Callable<Answer>> together = calls.stream()
                    .<Callable<Answer>>map(call -> () -> {
                        start.await(30, TimeUnit.SECONDS);
                        return call.call();
                    })
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(together)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
