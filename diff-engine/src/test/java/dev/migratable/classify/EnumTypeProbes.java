package dev.migratable.classify;

import static dev.migratable.classify.ProbeCase.probe;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.DropEnumType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Holds what happens to enum types. */
final class EnumTypeProbes {

    private static final QualifiedName MOOD = QualifiedName.inPublic("mood");

    private EnumTypeProbes() {}

    static List<ProbeCase> all() {
        EnumType pace = new EnumType(QualifiedName.inPublic("pace"), List.of("slow", "fast"));
        return List.of(
                probe(new CreateEnumType(pace), "CREATE TYPE pace AS ENUM ('slow', 'fast')"),
                probe(
                        new AddEnumValue(MOOD, "calm", Optional.of("happy")),
                        "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'happy'"),
                probe(new AddEnumValue(MOOD, "tired", Optional.empty()), "ALTER TYPE mood ADD VALUE 'tired'"),
                probe(new DropEnumType(new EnumType(MOOD, List.of("happy", "sad"))), "DROP TYPE mood"));
    }
}
