package dev.migratable.processor.check;

import dev.migratable.check.BaselineCheck;
import dev.migratable.check.CheckResult;
import dev.migratable.json.KnownTables;
import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.option.ProcessorOptions.Level;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.write.OutputFolder;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Compares the model with the baseline and prints each finding on the attribute, or else the entity, it is about. */
public final class BaselineDiagnostics {

    private final Elements elements;
    private final BaselineReader baseline;
    private final Diagnostics diagnostics;
    private final ProcessorOptions options;
    private final Set<String> compiledClasses;

    /** Creates one for a compilation. */
    public BaselineDiagnostics(
            Elements elements,
            OutputFolder output,
            Diagnostics diagnostics,
            ProcessorOptions options,
            Set<String> compiledClasses) {
        this.elements = elements;
        this.baseline = new BaselineReader(output, diagnostics);
        this.diagnostics = diagnostics;
        this.options = options;
        this.compiledClasses = Set.copyOf(compiledClasses);
    }

    /**
     * Prints what the model changes; nothing where there is no baseline.
     *
     * @param model the model
     * @param known its tables, most of which the baseline has, too
     * @param mappings the entities it was read from
     */
    public void check(Model model, KnownTables known, Collection<EntityMapping> mappings) {
        baseline.read(options.baseline(), known).ifPresent(schema -> {
            List<CheckResult> results = BaselineCheck.check(schema, model);
            Owners owners = results.isEmpty() ? Owners.NONE : Owners.of(mappings);
            for (CheckResult result : results) {
                print(result, owners);
            }
        });
    }

    /**
     * The entities that have columns and tables, the first where several have one.
     *
     * @param columns by column; it may come from another entity than the table does
     * @param tables by table
     */
    private record Owners(Map<ColumnName, EntityMapping> columns, Map<QualifiedName, EntityMapping> tables) {

        static final Owners NONE = new Owners(Map.of(), Map.of());

        static Owners of(Collection<EntityMapping> mappings) {
            Owners owners = new Owners(new HashMap<>(), new HashMap<>());
            for (EntityMapping mapping : mappings) {
                mapping.attributes().keySet().forEach(name -> owners.columns.putIfAbsent(name, mapping));
                mapping.table().ifPresent(table -> owners.tables.putIfAbsent(table.name(), mapping));
                mapping.collections().keySet().forEach(name -> owners.tables.putIfAbsent(name, mapping));
            }
            return owners;
        }

        Optional<EntityMapping> of(CheckResult result) {
            return result.column()
                    .flatMap(c -> Optional.ofNullable(columns.get(new ColumnName(result.table(), c))))
                    .or(() -> Optional.ofNullable(tables.get(result.table())));
        }
    }

    private void print(CheckResult result, Owners owners) {
        Optional<Diagnostic.Kind> kind = kind(result);
        if (kind.isEmpty()) {
            return;
        }
        Optional<EntityMapping> mapping = owners.of(result);
        Optional<EntityMapping.AttributeRef> attribute =
                mapping.flatMap(m -> m.attribute(result.table(), result.column()));
        String line = line(result, mapping, attribute);
        Optional<Element> element = mapping.flatMap(m -> element(m, attribute));
        if (element.isPresent()) {
            diagnostics.line(kind.get(), line, element.get());
        } else {
            diagnostics.line(kind.get(), line);
        }
    }

    private Optional<Diagnostic.Kind> kind(CheckResult result) {
        boolean strict = options.failOn()
                .filter(limit -> result.risk().compareTo(limit) >= 0)
                .isPresent();
        Level level = switch (result.severity()) {
            case ERROR -> Level.ERROR;
            case WARNING -> strict ? Level.ERROR : Level.WARNING;
            case NOTE -> options.notes() ? Level.NOTE : Level.OFF;
        };
        return switch (options.levels().getOrDefault(result.rule().value(), level)) {
            case OFF -> Optional.empty();
            case NOTE -> Optional.of(Diagnostic.Kind.NOTE);
            case WARNING -> Optional.of(Diagnostic.Kind.WARNING);
            case ERROR -> Optional.of(Diagnostic.Kind.ERROR);
        };
    }

    /** {@code [MIG204] Customer.email (customer.email): fact. Fix. docs/rules/MIG204.md}. */
    private static String line(
            CheckResult result, Optional<EntityMapping> mapping, Optional<EntityMapping.AttributeRef> attribute) {
        String database = result.column()
                .map(c -> new ColumnName(result.table(), c).display())
                .orElseGet(() -> result.table().display());
        String place = mapping.map(
                        m -> attribute.map(a -> a.entity() + "." + a.name()).orElse(m.simpleName()))
                .map(name -> name + " (" + database + ")")
                .orElse(database);
        String fix = result.fix().isEmpty() ? "" : " " + result.fix() + ".";
        return "[" + result.rule() + "] " + place + ": " + result.message() + "." + fix + " "
                + result.rule().page();
    }

    /** Finds the element anew: those of an earlier round have no position any more. */
    private Optional<Element> element(EntityMapping mapping, Optional<EntityMapping.AttributeRef> attribute) {
        Optional<Element> member = attribute.flatMap(this::member);
        return member.or(() -> Optional.ofNullable(elements.getTypeElement(mapping.className())));
    }

    /** The innermost member that is compiled now is where the edit was made; one in a class file has no position. */
    private Optional<Element> member(EntityMapping.AttributeRef attribute) {
        return attribute.members().stream()
                .filter(m -> compiledClasses.contains(m.owner()))
                .findFirst()
                .or(() -> attribute.members().stream().findFirst())
                .flatMap(this::member);
    }

    private Optional<Element> member(EntityMapping.Member member) {
        TypeElement owner = elements.getTypeElement(member.owner().replace('$', '.'));
        if (owner == null) {
            return Optional.empty();
        }
        return owner.getEnclosedElements().stream()
                .filter(e -> e.getKind() == member.kind() && e.getSimpleName().contentEquals(member.name()))
                .map(Element.class::cast)
                .findFirst();
    }
}
