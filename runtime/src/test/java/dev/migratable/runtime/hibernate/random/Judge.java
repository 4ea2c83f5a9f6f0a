package dev.migratable.runtime.hibernate.random;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.processor.MigratableProcessor;
import dev.migratable.runtime.hibernate.HibernateSchemaReader;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.testkit.mapping.CompiledCase;
import dev.migratable.testkit.mapping.MappingCase;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Compiles a model with the processor and compares what it wrote with what Hibernate's boot metadata says. */
public final class Judge {

    private static final String MODEL = "META-INF/migratable/model.json";
    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";

    private final Path folder;
    private int number;

    /** Judges in an empty folder. */
    public Judge(Path folder) {
        this.folder = folder;
    }

    /** Something else to hold the model against. */
    @FunctionalInterface
    public interface Second {
        /** Returns the differences. */
        List<String> differences(Model model, List<Class<?>> classes, Map<String, Object> settings) throws Exception;
    }

    /** Judges a model by Hibernate's boot metadata. */
    public Verdict judge(RandomModel model) throws Exception {
        return judge(model, (computed, classes, settings) -> List.of());
    }

    /** Judges a model by Hibernate's boot metadata, and then by another judge. */
    public Verdict judge(RandomModel model, Second second) throws Exception {
        Path place = folder.resolve(String.valueOf(number++));
        try (CompiledCase compiled = compile(model, new MigratableProcessor(), place)) {
            return compiled.messages().isEmpty() ? compare(model, compiled, second) : refused(model, compiled);
        } finally {
            delete(place);
        }
    }

    private static Verdict compare(RandomModel model, CompiledCase compiled, Second second) throws Exception {
        if (!Files.exists(compiled.output().resolve(MODEL))) {
            return new Verdict(Verdict.Kind.IMPOSSIBLE, "no entity is ours");
        }
        Model computed = ModelJson.read(compiled.text(MODEL), model.toString());
        Map<String, Object> settings = settings(model);
        Schema read;
        try {
            read = HibernateSchemaReader.read(compiled.mappedClasses(), settings);
        } catch (MigratableException e) {
            return new Verdict(
                    e.code().equals("HIB02") ? Verdict.Kind.IMPOSSIBLE : Verdict.Kind.DIFFERENT, e.getMessage());
        } catch (RuntimeException e) { // what Hibernate stumbles over without a word
            return new Verdict(Verdict.Kind.IMPOSSIBLE, String.valueOf(e));
        }
        List<String> differences = differences(computed, read);
        if (differences.isEmpty() && model.isOwned()) {
            differences = alone(computed, read);
        }
        if (differences.isEmpty()) {
            try {
                differences = second.differences(computed, compiled.mappedClasses(), settings);
            } catch (PersistenceException e) { // the server refuses Hibernate's own statement
                return new Verdict(Verdict.Kind.IMPOSSIBLE, String.valueOf(e.getMessage()));
            }
        }
        return differences.isEmpty()
                ? new Verdict(Verdict.Kind.AGREED, "")
                : new Verdict(Verdict.Kind.DIFFERENT, String.join("\n", differences));
    }

    /** Returns how the tables of a model differ from the same ones of a schema, looked at from both sides. */
    public static List<String> differences(Model computed, Schema other) {
        Set<?> names = computed.schema().tables().stream().map(t -> t.name()).collect(Collectors.toSet());
        List<Table> tables =
                other.tables().stream().filter(t -> names.contains(t.name())).toList();
        Schema owned = other.withTables(tables)
                .withEnumTypes(other.enumTypes().stream()
                        .filter(type -> computed.schema().enumType(type.name()).isPresent()
                                || tables.stream()
                                        .flatMap(t -> t.columns().stream())
                                        .anyMatch(c -> type.isUsedBy(c.type())))
                        .toList())
                .withCompositeTypes(other.compositeTypes().stream()
                        .filter(type ->
                                computed.schema().compositeType(type.name()).isPresent()
                                        || tables.stream()
                                                .flatMap(t -> t.columns().stream())
                                                .anyMatch(c -> type.isUsedBy(c.type())))
                        .toList());
        List<Change> there = SchemaDiffer.diff(owned, computed);
        List<Change> back = SchemaDiffer.diff(computed.schema(), new Model(owned, Declarations.NONE));
        if (there.isEmpty() && back.isEmpty()) {
            return List.of();
        }
        List<String> result = new ArrayList<>();
        there.forEach(c -> result.add("to the processor's schema: " + c.description()));
        back.forEach(c -> result.add("to Hibernate's schema: " + c.description()));
        result.addAll(alone(computed, other));
        return result;
    }

    private static List<String> alone(Model computed, Schema other) {
        return other.tables().stream()
                .filter(t -> computed.schema().table(t.name()).isEmpty())
                .map(t -> "Hibernate's alone: " + t.name().display())
                .toList();
    }

    /** A refusal counts for nothing where Hibernate refuses, too. */
    private Verdict refused(RandomModel model, CompiledCase compiled) throws Exception {
        String messages = String.join("\n", compiled.messages());
        Path place = folder.resolve("plain");
        try (CompiledCase plain = compile(model, new NoProcessor(), place)) {
            if (!plain.messages().isEmpty()) {
                return new Verdict(Verdict.Kind.ILL_FORMED, String.join("\n", plain.messages()));
            }
            if (messages.contains("[MAP99]")) {
                return new Verdict(Verdict.Kind.NOT_READ, messages);
            }
            try {
                HibernateSchemaReader.read(plain.mappedClasses(), settings(model));
            } catch (RuntimeException e) {
                return new Verdict(Verdict.Kind.IMPOSSIBLE, String.valueOf(e.getMessage()));
            }
        } finally {
            delete(place);
        }
        return new Verdict(
                KnownRefusals.cover(compiled.messages()) ? Verdict.Kind.REFUSED : Verdict.Kind.NOT_READ, messages);
    }

    private static CompiledCase compile(RandomModel model, Processor processor, Path place) throws IOException {
        Path source = Files.createDirectories(place.resolve("source")).resolve("Entities.java");
        Files.writeString(source, model.render());
        Path output = Files.createDirectories(place.resolve("output"));
        return CompiledCase.compile(
                new MappingCase(model.toString(), List.of(source), model.options(), settings(model), List.of()),
                processor,
                output);
    }

    private static Map<String, Object> settings(RandomModel model) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                "jakarta.persistence.validation.mode",
                model.options().getOrDefault("migratable.beanValidation", "ddl"));
        if ("snake_case".equals(model.options().get("migratable.naming"))) {
            settings.put("hibernate.physical_naming_strategy", SNAKE_CASE);
        }
        return settings;
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** In the place of ours. */
    private static final class NoProcessor extends AbstractProcessor {

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public Set<String> getSupportedOptions() {
            return Set.of("migratable.naming", "migratable.beanValidation");
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }
}
