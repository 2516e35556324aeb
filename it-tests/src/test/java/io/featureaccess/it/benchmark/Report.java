package io.featureaccess.it.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table that the benchmark prints. */
final class Report {

    private final List<Probe> probes;
    private final HeapCensus census;

    Report(List<Probe> probes, HeapCensus census) {
        this.probes = probes;
        this.census = census;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("| request | feature sets | store | median ms | p95 ms | n | SQL | on our tables | of stock |\n");
        text.append("|---|--:|---|--:|--:|--:|--:|--:|--:|\n");
        for (Probe probe : probes) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %s | %.2f | %.2f | %d | %s | %s | %s |%n",
                    probe.what(),
                    probe.size(),
                    probe.store(),
                    probe.median(),
                    probe.percentile(95),
                    probe.measured(),
                    probe.statements(),
                    probe.ownStatements(),
                    ofStock(probe)));
        }
        return text.append('\n').append(bars()).toString();
    }

    private String ofStock(Probe probe) {
        return probe.store().equals("stock")
                ? ""
                : ratio(Optional.of(probe), find(probe.what(), "stock", probe.size()));
    }

    private String bars() {
        int least = probes.stream().mapToInt(Probe::size).min().orElseThrow();
        int most = probes.stream().mapToInt(Probe::size).max().orElseThrow();
        StringBuilder text = new StringBuilder();
        for (String what : List.of("UMA decision, warm", "UMA decision, cold", "RPT, everything (50)")) {
            text.append(String.format(
                    "%s, %,d to %,d feature sets: × %s%n",
                    what, least, most, ratio(find(what, "ours", most), find(what, "ours", least))));
        }
        return text.append(String.format(
                        "everything (50) to RPT for one, at %,d: × %s (bar: 3)%n",
                        most, ratio(find("RPT, everything (50)", "ours", most), find("RPT for one", "ours", most))))
                .append(String.format(
                        "alive in the heap afterwards: %,d objects of the extension, %,d bytes%n",
                        census.objects(), census.bytes()))
                .toString();
    }

    private Optional<Probe> find(String what, String store, int size) {
        return probes.stream()
                .filter(probe -> probe.what().equals(what) && probe.store().equals(store) && probe.size() == size)
                .findFirst();
    }

    private static String ratio(Optional<Probe> one, Optional<Probe> other) {
        return one.isEmpty() || other.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, "%.2f", one.get().median() / other.get().median());
    }
}
