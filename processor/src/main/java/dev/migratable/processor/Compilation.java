package dev.migratable.processor;

import dev.migratable.processor.check.BaselineDiagnostics;
import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.read.EntityReader;
import dev.migratable.processor.read.PersistenceUnit;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.write.DescriptorWriter;
import dev.migratable.processor.write.OutputFolder;
import dev.migratable.schema.TableDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * One run of javac: in each round the entities that are complete are read and their descriptors written; the others wait
 * for a later round. When no round is left, the model is put together, checked and written. Not thread-safe.
 */
final class Compilation {

    private final Elements elements;
    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final OutputFolder output;
    private final DescriptorWriter descriptors;
    private final PersistenceUnit unit = new PersistenceUnit();
    private final EntityReader reader;

    private final SortedSet<String> waiting = new TreeSet<>();
    private final SortedSet<String> compiledClasses = new TreeSet<>();
    private final SortedSet<String> packages = new TreeSet<>();
    private final SortedMap<String, EntityMapping> mappings = new TreeMap<>();
    private boolean runtimeIsMissing;

    Compilation(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.diagnostics = new Diagnostics(environment.getMessager());
        this.options = ProcessorOptions.read(environment.getOptions(), diagnostics);
        this.output = new OutputFolder(environment.getFiler());
        this.descriptors = new DescriptorWriter(environment.getFiler());
        this.reader = new EntityReader(elements, environment.getTypeUtils(), unit, diagnostics, options);
    }

    /** Does one round's work. */
    void process(RoundEnvironment round) {
        if (!round.processingOver()) {
            collect(round);
            readComplete();
        } else if (waiting.isEmpty() && !round.errorRaised() && !diagnostics.failed()) {
            // with something unresolved or wrong javac fails, and the files of the last good compilation stay
            finish();
        }
    }

    private void collect(RoundEnvironment round) {
        List<TypeElement> types = new ArrayList<>();
        for (Element root : round.getRootElements()) {
            if (root instanceof PackageElement owner) {
                packages.add(owner.getQualifiedName().toString());
            } else if (root instanceof TypeElement type) {
                addWithNested(types, type);
            }
        }
        for (TypeElement type : types) {
            compiledClasses.add(elements.getBinaryName(type).toString());
            unit.add(type);
            if (isRelevant(type)) {
                waiting.add(type.getQualifiedName().toString());
                packages.add(elements.getPackageOf(type).getQualifiedName().toString());
            }
            reader.rejectStray(type);
        }
    }

    private static void addWithNested(List<TypeElement> types, TypeElement type) {
        types.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addWithNested(types, nested));
    }

    /** An entity that is not owned matters where it shares the table of one that is. */
    private boolean isRelevant(TypeElement type) {
        return reader.owns(type)
                || EntityReader.isEntity(type)
                        && EntityReader.superEntity(type).filter(reader::owns).isPresent();
    }

    private void readComplete() {
        for (String name : List.copyOf(waiting)) {
            TypeElement entity = elements.getTypeElement(name);
            if (entity != null && EntityReader.isComplete(entity)) {
                waiting.remove(name);
                read(entity);
            }
        }
    }

    private void read(TypeElement entity) {
        if (elements.getTypeElement(TableDescriptor.class.getCanonicalName()) == null) {
            if (!runtimeIsMissing) {
                runtimeIsMissing = true;
                diagnostics.error(entity, Problem.NO_RUNTIME, TableDescriptor.class.getCanonicalName());
            }
            return;
        }
        try {
            Optional<EntityMapping> mapping = reader.read(entity);
            if (mapping.isPresent() && !diagnostics.failed()) {
                write(mapping.get());
            }
        } catch (RuntimeException e) {
            defect(entity, e);
        }
    }

    private void write(EntityMapping mapping) {
        mappings.put(mapping.binaryName(), mapping);
        try {
            descriptors.write(mapping);
        } catch (IOException e) {
            String name = DescriptorWriter.descriptorName(mapping.binaryName());
            diagnostics.error(mapping.entity(), Problem.NOT_WRITTEN, name, String.valueOf(e.getMessage()));
        }
    }

    private void defect(TypeElement entity, RuntimeException e) {
        if (e.getClass().getName().endsWith("$CompletionFailure")) {
            throw e; // javac's own, for a class file that is missing; it names the class itself
        }
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        diagnostics.error(entity, Problem.DEFECT, e + where);
    }

    private void finish() {
        try {
            new ModelAssembly(elements, output, reader, diagnostics)
                    .assemble(mappings, packages, compiledClasses)
                    .ifPresent(model -> new BaselineDiagnostics(elements, output, diagnostics, options, compiledClasses)
                            .check(model, mappings.values()));
        } catch (RuntimeException e) {
            diagnostics.error(Problem.DEFECT, e + (e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0]));
        }
    }
}
