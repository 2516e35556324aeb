package io.featureaccess.keycloak.mail;

import java.util.Map;
import java.util.Properties;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/** A realm's mail server as Jakarta Mail wants to be told of it. Nothing is waited for longer than some seconds. */
final class SmtpProperties {

    private static final String TEN_SECONDS = "10000";

    private SmtpProperties() {}

    static Properties of(KeycloakSession session, Map<String, String> server) {
        Properties properties = new Properties();
        copy(server, "host", properties, "mail.smtp.host");
        copy(server, "port", properties, "mail.smtp.port");
        copy(server, "envelopeFrom", properties, "mail.smtp.from");
        // Or else the machine's own name would be looked up, and told.
        copy(server, "from", properties, "mail.from");
        properties.setProperty("mail.smtp.timeout", server.getOrDefault("timeout", TEN_SECONDS));
        properties.setProperty("mail.smtp.connectiontimeout", server.getOrDefault("connectionTimeout", TEN_SECONDS));
        properties.setProperty("mail.smtp.writetimeout", server.getOrDefault("writeTimeout", TEN_SECONDS));
        properties.setProperty("mail.mime.allowutf8", String.valueOf(isOn(server, "allowutf8")));
        properties.setProperty("mail.smtp.auth", String.valueOf(isOn(server, "auth")));
        if (isOn(server, "auth") && "token".equals(server.get("authType"))) {
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(isOn(server, "ssl")));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(isOn(server, "starttls")));
        if (isOn(server, "ssl") || isOn(server, "starttls")) {
            trust(session, properties);
        }
        return properties;
    }

    /** What Keycloak trusts. */
    private static void trust(KeycloakSession session, Properties properties) {
        JSSETruststoreConfigurator truststore = new JSSETruststoreConfigurator(session);
        if (truststore.getSSLSocketFactory() == null) {
            return;
        }
        properties.put("mail.smtp.ssl.socketFactory", truststore.getSSLSocketFactory());
        boolean anyHost = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyHost));
        if (anyHost) {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
    }

    private static boolean isOn(Map<String, String> server, String field) {
        return Boolean.parseBoolean(server.get(field));
    }

    private static void copy(Map<String, String> server, String field, Properties properties, String name) {
        String value = server.get(field);
        if (value != null && !value.isBlank()) {
            properties.setProperty(name, value);
        }
    }
}
