package io.featureaccess.keycloak.timer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Runs steps at an interval, by Keycloak's timer. The timer has one thread for the whole server, so it only gives the sign: the
 * steps run on a thread of their own, and a sign is passed over while the run before goes on.
 */
public final class Timetable {

    private static final Logger LOG = Logger.getLogger(Timetable.class);

    private static final String NAME = "feature-access";

    private final List<Runnable> steps;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    /** @param steps in their order; one that fails does not keep the next from running */
    public Timetable(List<Runnable> steps) {
        this.steps = List.copyOf(steps);
    }

    public void start(KeycloakSessionFactory factory, Duration interval) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> session.getProvider(TimerProvider.class)
                .scheduleTask(new Sign(), interval.toMillis(), NAME));
    }

    /** Begins no step any more; what runs comes to its end, or to that of the server. */
    public void stop() {
        stopped = true;
    }

    private final class Sign implements ScheduledTask {

        @Override
        public void run(KeycloakSession session) {
            if (!running.compareAndSet(false, true)) {
                return;
            }
            ExecutorService executor =
                    session.getProvider(ExecutorsProvider.class).getExecutor(NAME);
            try {
                executor.execute(Timetable.this::runAll);
            } catch (RejectedExecutionException shuttingDown) {
                running.set(false);
            }
        }

        @Override
        public String getTaskName() {
            return NAME;
        }
    }

    private void runAll() {
        try {
            steps.stream().takeWhile(step -> !stopped).forEach(this::run);
        } finally {
            running.set(false);
        }
    }

    private void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    stopped ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "A step in the background failed, and will be tried again",
                    failure);
        }
    }
}
