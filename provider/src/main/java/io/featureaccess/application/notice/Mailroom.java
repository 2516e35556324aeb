package io.featureaccess.application.notice;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Letters;
import io.featureaccess.application.port.Recipients;
import io.featureaccess.application.port.Stationery;

/** What it takes to address and write the letters of one realm, in one transaction. */
public record Mailroom(Letters letters, Recipients recipients, FactsReader facts, Stationery stationery) {}
