package dev.migratable.json;

import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells schemas apart by a short text that depends on nothing but the schema. */
public final class Fingerprint {

    /** 64 bits: enough to tell the versions of one schema apart, short enough for a line of a message. */
    private static final int LENGTH = 16;

    private Fingerprint() {}

    /** Returns the first 16 hexadecimal digits of the SHA-256 of the schema's JSON. */
    public static String of(Schema schema) {
        byte[] json = ModelJson.write(new Model(schema, Declarations.NONE)).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
