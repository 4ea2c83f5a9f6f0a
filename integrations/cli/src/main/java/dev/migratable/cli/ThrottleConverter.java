package dev.migratable.cli;

import dev.migratable.runtime.throttle.ThrottleLimits;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one limit of {@code --throttle}: what changes it in the limits there are. */
final class ThrottleConverter implements ITypeConverter<UnaryOperator<ThrottleLimits>> {

    private static final String OFF = "off";

    private static final Pattern MILLIS = Pattern.compile("(\\d{1,7})(ms|s)");

    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})(kB|MB|GB)");

    private static final int MILLIS_PER_SECOND = 1_000;

    private static final int KIBIBYTE = 1_024;

    @Override
    public UnaryOperator<ThrottleLimits> convert(String value) {
        if (value.equals(OFF)) {
            return limits -> ThrottleLimits.OFF;
        }
        int equals = value.indexOf('=');
        String name = equals < 0 ? value : value.substring(0, equals);
        String limit = equals < 0 ? "" : value.substring(equals + 1);
        return switch (name) {
            case "replica-lag" -> replicaLag(value, limit);
            case "client-wait" -> {
                Duration duration = duration(value, limit);
                yield limits -> limits.withClientWait(duration);
            }
            case "probe" -> {
                Duration duration = duration(value, limit);
                yield limits -> limits.withProbe(duration);
            }
            case "probe-sql" -> limits -> limits.withProbeSql(limit);
            case "wal" -> {
                long bytes = bytes(value, limit);
                yield limits -> limits.withWalBytesPerSecond(bytes);
            }
            default ->
                throw new TypeConversionException("'" + value + "' is no limit: write off, or one of"
                        + " replica-lag, client-wait, probe, probe-sql, wal, an equals sign and its limit");
        };
    }

    private static UnaryOperator<ThrottleLimits> replicaLag(String value, String limit) {
        if (limit.equals(OFF)) {
            return limits -> limits.withReplicaLag(Duration.ZERO, 0);
        }
        if (BYTES.matcher(limit).matches()) {
            long bytes = bytes(value, limit);
            return limits -> limits.withReplicaLag(limits.replicaLag(), bytes);
        }
        Duration duration = duration(value, limit);
        return limits -> limits.withReplicaLag(duration, limits.replicaLagBytes());
    }

    private static Duration duration(String value, String limit) {
        if (limit.equals(OFF)) {
            return Duration.ZERO;
        }
        Matcher matcher = MILLIS.matcher(limit);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' has no time like 500ms or 5s, nor off");
        }
        int unit = matcher.group(2).equals("s") ? MILLIS_PER_SECOND : 1;
        return Duration.ofMillis(Long.parseLong(matcher.group(1)) * unit);
    }

    private static long bytes(String value, String limit) {
        if (limit.equals(OFF)) {
            return 0;
        }
        Matcher matcher = BYTES.matcher(limit);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' has no size like 512kB, 64MB or 1GB, nor off");
        }
        long size = Long.parseLong(matcher.group(1)) * KIBIBYTE;
        return switch (matcher.group(2)) {
            case "kB" -> size;
            case "MB" -> size * KIBIBYTE;
            default -> size * KIBIBYTE * KIBIBYTE;
        };
    }
}
