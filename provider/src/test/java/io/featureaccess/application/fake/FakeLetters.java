package io.featureaccess.application.fake;

import io.featureaccess.application.port.Letters;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Letters in memory, in the order they were put. */
public final class FakeLetters implements Letters, Outbox {

    private final Map<String, Kept> rows = new LinkedHashMap<>();
    private final Clock clock;

    public FakeLetters(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Letter letter, Instant due, String claim) {
        boolean addressed() {
            return letter.notice().audience() instanceof Audience.Person;
        }

        Kept with(int attempts, Instant newDue, String newClaim) {
            Letter tried = new Letter(letter.id(), letter.notice(), letter.others(), attempts, letter.createdAt());
            return new Kept(tried, newDue, newClaim);
        }
    }

    public List<Letter> all() {
        return rows.values().stream().map(Kept::letter).toList();
    }

    public Instant due(String id) {
        return rows.get(id).due();
    }

    @Override
    public void put(List<Notice> notices) {
        notices.forEach(notice -> put(notice, 0, clock.instant()));
    }

    private void put(Notice notice, int others, Instant now) {
        String id = UUID.randomUUID().toString();
        rows.put(id, new Kept(new Letter(id, notice, others, 0, now), now, null));
    }

    @Override
    public List<Letter> claimUnaddressed(String claim, Instant now, int max) {
        return claim(kept -> !kept.addressed(), claim, now, now.plusSeconds(1), max);
    }

    @Override
    public void address(String claim, List<Addressed> letters, Instant now) {
        rows.values().removeIf(kept -> claim.equals(kept.claim()) && !kept.addressed());
        letters.forEach(letter -> {
            Notice to = letter.notice();
            Audience one = new Audience.Person(letter.recipient());
            put(
                    new Notice(to.kind(), one, to.node(), to.principal(), to.role(), to.reason(), to.endsAt()),
                    letter.others(),
                    now);
        });
    }

    @Override
    public List<Letter> claimDue(String claim, Instant now, Instant until, int max) {
        return claim(Kept::addressed, claim, now, until, max);
    }

    private List<Letter> claim(Predicate<Kept> which, String claim, Instant now, Instant until, int max) {
        List<String> ids = rows.entrySet().stream()
                .filter(row ->
                        which.test(row.getValue()) && !row.getValue().due().isAfter(now))
                .map(Map.Entry::getKey)
                .limit(max)
                .toList();
        ids.forEach(
                id -> rows.compute(id, (same, kept) -> kept.with(kept.letter().attempts() + 1, until, claim)));
        return new ArrayList<>(ids.stream().map(id -> rows.get(id).letter()).toList());
    }

    @Override
    public boolean renew(String id, String claim, Instant until) {
        boolean held = rows.containsKey(id) && claim.equals(rows.get(id).claim());
        if (held) {
            rows.compute(id, (same, kept) -> kept.with(kept.letter().attempts(), until, claim));
        }
        return held;
    }

    @Override
    public void remove(String id, String claim) {
        rows.remove(id);
    }

    @Override
    public void postpone(String id, String claim, Instant due) {
        rows.compute(id, (same, kept) -> kept.with(kept.letter().attempts(), due, null));
    }

    @Override
    public void release(String claim, Instant due) {
        rows.replaceAll((id, kept) ->
                claim.equals(kept.claim()) ? kept.with(kept.letter().attempts() - 1, due, null) : kept);
    }

    @Override
    public int clear() {
        int all = rows.size();
        rows.clear();
        return all;
    }
}
