package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of an uploaded file, read one after the other while the file is still coming. */
final class TransferLines implements Iterator<Numbered<TransferLine>> {

    static final String MEDIA_TYPE = "application/x-ndjson";

    /** In bytes; the longest node line there can be is well below. */
    static final int LONGEST_LINE = 1 << 19;

    /** Ten times more than a realm of a million feature sets has. */
    static final int MOST_LINES = 20_000_000;

    private static final int END_OF_FILE = -1;

    private final InputStream file;
    private long number;
    private int next;

    TransferLines(InputStream file) {
        this.file = new BufferedInputStream(file);
        this.next = readByte();
    }

    /** A line break at the end of the file begins no further line. */
    @Override
    public boolean hasNext() {
        return next != END_OF_FILE;
    }

    /** @throws DomainProblem that names the line, if it is none */
    @Override
    public Numbered<TransferLine> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        number++;
        try {
            if (number > MOST_LINES) {
                throw DomainProblem.tooMany("lines", MOST_LINES);
            }
            return new Numbered<>(number, TransferLineReader.read(Json.read(line())));
        } catch (DomainProblem problem) {
            throw problem.inLine(number);
        } catch (HttpProblem problem) {
            throw DomainProblem.malformed("line", "it is one JSON object in UTF-8")
                    .inLine(number);
        }
    }

    private byte[] line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (next != '\n' && next != END_OF_FILE) {
            if (line.size() == LONGEST_LINE) {
                throw DomainProblem.malformed("line", "it has at most " + LONGEST_LINE + " bytes");
            }
            line.write(next);
            next = readByte();
        }
        next = next == '\n' ? readByte() : next;
        return line.toByteArray();
    }

    private int readByte() {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
    }
}
