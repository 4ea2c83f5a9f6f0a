package dev.migratable.classify;

import static dev.migratable.classify.ProbeCase.HEAP;
import static dev.migratable.classify.ProbeCase.SEQUENCE;
import static dev.migratable.classify.ProbeCase.T;
import static dev.migratable.classify.ProbeCase.probe;

import dev.migratable.change.ChangeColumnOptions;
import dev.migratable.change.ChangeCompression;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangeObjectComment.Kind;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.change.ChangeStatisticsTarget;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what happens to what no entity speaks of. */
final class SettingProbes {

    private static final int COMPRESSION_SINCE = 14;
    private static final int UNLOGGED_SEQUENCE_SINCE = 15;
    private static final QualifiedName UNLOGGED = QualifiedName.inPublic("fleeting");
    private static final QualifiedName PASSING = QualifiedName.inPublic("passing");
    private static final Optional<String> NONE = Optional.empty();

    private SettingProbes() {}

    static List<ProbeCase> all(int version) {
        List<ProbeCase> probes = new ArrayList<>(parameters());
        if (version >= COMPRESSION_SINCE) {
            probes.add(probe(
                    new ChangeCompression(T, "tx", NONE, Optional.of("pglz")),
                    "ALTER TABLE t ALTER COLUMN tx SET COMPRESSION pglz"));
        }
        if (version >= UNLOGGED_SEQUENCE_SINCE) {
            probes.add(probe(new ChangeSequencePersistence(SEQUENCE, true), "ALTER SEQUENCE counter SET UNLOGGED"));
            probes.add(probe(new ChangeSequencePersistence(PASSING, false), "ALTER SEQUENCE passing SET LOGGED"));
        }
        probes.addAll(List.of(
                probe(new ChangePersistence(HEAP, true), "ALTER TABLE heap SET UNLOGGED"),
                probe(new ChangePersistence(UNLOGGED, false), "ALTER TABLE fleeting SET LOGGED"),
                probe(
                        new ChangeStorage(T, "tx", NONE, Optional.of("external")),
                        "ALTER TABLE t ALTER COLUMN tx SET STORAGE EXTERNAL"),
                probe(
                        new ChangeStatisticsTarget(T, "tx", Optional.empty(), Optional.of(500)),
                        "ALTER TABLE t ALTER COLUMN tx SET STATISTICS 500"),
                probe(
                        new ChangeColumnOptions(T, "tx", Map.of(), Map.of("n_distinct", "-1")),
                        "ALTER TABLE t ALTER COLUMN tx SET (n_distinct = -1)"),
                probe(
                        new ChangeObjectComment(T, Kind.INDEX, "t_ts", NONE, Optional.of("why")),
                        "COMMENT ON INDEX t_ts IS 'why'"),
                probe(
                        new ChangeObjectComment(T, Kind.CONSTRAINT, "t_u", NONE, Optional.of("why")),
                        "COMMENT ON CONSTRAINT t_u ON t IS 'why'"),
                probe(
                        new ChangeObjectComment(SEQUENCE, Kind.SEQUENCE, "counter", NONE, Optional.of("why")),
                        "COMMENT ON SEQUENCE counter IS 'why'")));
        return probes;
    }

    private static List<ProbeCase> parameters() {
        return List.of(
                table("fillfactor", "70"),
                table("toast_tuple_target", "1024"),
                table("parallel_workers", "2"),
                table("autovacuum_enabled", "false"),
                table("autovacuum_vacuum_scale_factor", "0.01"),
                table("vacuum_truncate", "false"),
                table("user_catalog_table", "true"),
                table("toast.autovacuum_enabled", "false"),
                probe(
                        new ChangeStorageParameters(
                                QualifiedName.inPublic("filled"), Map.of("fillfactor", "70"), Map.of()),
                        "ALTER TABLE filled RESET (fillfactor)"),
                index("t_ts", "fillfactor", "70"),
                index("t_u", "fillfactor", "70"),
                index("t_ts", "deduplicate_items", "off"),
                index("t_gin", "fastupdate", "off"),
                index("t_gin", "gin_pending_list_limit", "128"),
                index("t_gist", "fillfactor", "70"),
                index("t_gist", "buffering", "off"),
                index("t_brin", "pages_per_range", "64"),
                index("t_brin", "autosummarize", "on"));
    }

    private static ProbeCase table(String name, String value) {
        return probe(
                new ChangeStorageParameters(T, Map.of(), Map.of(name, value)),
                "ALTER TABLE t SET (" + name + " = " + value + ")");
    }

    private static ProbeCase index(String index, String name, String value) {
        return probe(
                new ChangeIndexParameters(T, index, Map.of(), Map.of(name, value)),
                "ALTER INDEX " + index + " SET (" + name + " = " + value + ")");
    }
}
