package dev.migratable.runtime.execute;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names who runs this process. */
final class Operator {

    private Operator() {}

    /** Returns the system's user and host: {@code deploy@build-7}. */
    static String ofProcess() {
        String user = System.getProperty("user.name", "unknown user");
        try {
            return user + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A host that does not know its own name has none to tell.
            return user;
        }
    }
}
