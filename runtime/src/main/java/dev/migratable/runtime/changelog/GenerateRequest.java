package dev.migratable.runtime.changelog;

import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Evidence;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a migration is generated from.
 *
 * @param changelogDir the changelog's directory
 * @param slug the migration's name in lower case words joined by underscores; the number is found
 * @param from the schema it starts from
 * @param to the model it leads to
 * @param baseline what the next migration starts from, written where given
 * @param evidence what a database that has the schema told about the changes; its counts are not used
 * @param serverVersion that database's major version, or the newest
 */
public record GenerateRequest(
        Path changelogDir,
        String slug,
        Schema from,
        Model to,
        Optional<Baseline> baseline,
        Evidence evidence,
        int serverVersion) {

    /**
     * The model that the next migration starts from.
     *
     * @param file the file that is rewritten
     * @param model the desired model, without what only a live database was seen to have
     */
    public record Baseline(Path file, Model model) {
        /** Rejects nulls. */
        public Baseline {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(model, "model");
        }
    }

    /** Rejects nulls. */
    public GenerateRequest {
        Objects.requireNonNull(changelogDir, "changelogDir");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** Asks no database. */
    public GenerateRequest(Path changelogDir, String slug, Schema from, Model to, Optional<Path> baseline) {
        this(
                changelogDir,
                slug,
                from,
                to,
                baseline.map(file -> new Baseline(file, to)),
                Evidence.NONE,
                ClassificationContext.NEWEST_SERVER);
    }
}
