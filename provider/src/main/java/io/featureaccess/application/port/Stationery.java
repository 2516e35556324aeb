package io.featureaccess.application.port;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.notice.Letter;
import java.util.Optional;

/** Writes letters in the words of the realm's e-mail theme and in the language of their recipient. */
public interface Stationery {

    /**
     * @param path the node's; empty for all workspaces
     * @return empty where the recipient has no address that the realm would write to
     */
    Optional<Written> write(Letter letter, Optional<NodePath> path);

    /**
     * A letter ready to be sent.
     *
     * @param id that of the letter, for the Message-ID
     * @param to the address
     * @param html the same as the text, as HTML
     */
    record Written(String id, String to, String subject, String text, String html) {}
}
