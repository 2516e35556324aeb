package io.featureaccess.domain.rule;

import java.util.List;

/** The attributes that an identity provider sent, asked for by name: rules look at few of them. */
@FunctionalInterface
public interface AttributeSource {

    /** All values of the attribute; none where it was not sent. */
    List<String> valuesOf(String attribute);
}
