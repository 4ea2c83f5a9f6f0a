package dev.migratable.processor;

import dev.migratable.processor.check.AuditCheck;
import dev.migratable.processor.check.BaselineDiagnostics;
import dev.migratable.processor.check.UnownedCheck;
import dev.migratable.processor.check.XmlMappingCheck;
import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.read.EntityReader;
import dev.migratable.processor.read.PersistenceUnit;
import dev.migratable.processor.read.Subclasses;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.write.ClassIndex;
import dev.migratable.processor.write.DescriptorWriter;
import dev.migratable.processor.write.ModelWriter;
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
    private final ModelWriter writer;
    private final PersistenceUnit unit = new PersistenceUnit();
    private final Subclasses subclasses;
    private final EntityReader reader;
    private final TableOwners owners;
    private final AuditCheck audits;
    private final UnownedCheck unowned;

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
        this.writer = new ModelWriter(output, options.descriptors());
        this.descriptors = new DescriptorWriter(environment.getFiler());
        this.subclasses = new Subclasses(elements, output::hasClass);
        this.reader = new EntityReader(elements, environment.getTypeUtils(), unit, subclasses, diagnostics, options);
        this.audits = new AuditCheck(elements, diagnostics, options);
        this.unowned = new UnownedCheck(diagnostics, options);
        this.owners = new TableOwners(elements, output, writer, reader, subclasses, compiledClasses);
        for (String name : options.converters()) {
            if (elements.getTypeElement(name) == null) {
                diagnostics.error(
                        Problem.BAD_OPTION,
                        ProcessorOptions.CONVERTERS,
                        name,
                        "no class of that name is on the class path");
            }
        }
        unit.addConverters(recall(ClassIndex.CONVERTERS));
        unit.addEmbeddables(recall(ClassIndex.EMBEDDABLES));
    }

    private SortedSet<String> recall(ClassIndex index) {
        try {
            return index.read(output);
        } catch (IOException e) {
            diagnostics.error(Problem.LEFTOVER, index.path(), String.valueOf(e.getMessage()));
            return new TreeSet<>();
        }
    }

    /** Does one round's work. */
    void process(RoundEnvironment round) {
        reader.beginRound();
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
        List<Element> everywhere = new ArrayList<>();
        boolean owned = false;
        for (Element root : round.getRootElements()) {
            if (root instanceof PackageElement owner) {
                packages.add(owner.getQualifiedName().toString());
                unit.add(owner);
                everywhere.add(owner);
            } else if (root instanceof TypeElement type) {
                addWithNested(types, type);
            }
        }
        for (TypeElement type : types) {
            compiledClasses.add(elements.getBinaryName(type).toString());
            unit.add(type);
            subclasses.add(type);
            if (EntityReader.isEntity(type)) {
                waiting.add(type.getQualifiedName().toString());
            }
            boolean own = reader.owns(type);
            if (own) {
                packages.add(elements.getPackageOf(type).getQualifiedName().toString());
                audits.add(type);
                unowned.add(type);
            }
            reader.rejectStray(type);
            if (!own) {
                everywhere.add(type);
            }
            owned |= own;
        }
        if (owned) {
            everywhere.forEach(reader::rejectRegistration);
        }
    }

    private static void addWithNested(List<TypeElement> types, TypeElement type) {
        types.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addWithNested(types, nested));
    }

    private void readComplete() {
        List<TypeElement> complete = new ArrayList<>();
        for (String name : List.copyOf(waiting)) {
            TypeElement entity = elements.getTypeElement(name);
            if (entity != null && !EntityReader.isPlaced(entity)) {
                return; // it may belong to the hierarchy of any other
            }
            if (entity != null && reader.isComplete(entity)) {
                complete.add(entity);
            }
        }
        complete.forEach(entity -> waiting.remove(entity.getQualifiedName().toString()));
        complete.forEach(subclasses::add); // the class above may have been unknown
        try {
            complete.forEach(reader::rejectInterference);
            owners.add(complete);
            owners.take(entity -> waiting.contains(entity.getQualifiedName().toString()))
                    .forEach(this::read);
        } catch (RuntimeException e) {
            defect(e);
        }
    }

    private void read(TypeElement entity) {
        if (options.descriptors() && elements.getTypeElement(TableDescriptor.class.getCanonicalName()) == null) {
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
        if (!options.descriptors()) {
            return;
        }
        try {
            descriptors.write(mapping);
        } catch (IOException e) {
            String name = DescriptorWriter.descriptorName(mapping.binaryName());
            diagnostics.error(mapping.entity(), Problem.DESCRIPTOR, name, String.valueOf(e.getMessage()));
        }
    }

    private void defect(TypeElement entity, RuntimeException e) {
        throwOfJavac(e);
        diagnostics.error(entity, Problem.DEFECT, e + where(e));
    }

    private void defect(RuntimeException e) {
        throwOfJavac(e);
        diagnostics.error(Problem.DEFECT, e + where(e));
    }

    private static void throwOfJavac(RuntimeException e) {
        if (e.getClass().getName().endsWith("$CompletionFailure")) {
            throw e; // javac's own, for a class file that is missing; it names the class itself
        }
    }

    private static String where(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private void finish() {
        try {
            remember(ClassIndex.CONVERTERS, unit.automaticConverters());
            remember(ClassIndex.EMBEDDABLES, unit.derivedEmbeddables());
            if (!mappings.isEmpty()) {
                new XmlMappingCheck(output, diagnostics, options).check();
                audits.check();
                unowned.check(unit.unknownTypes());
            }
            new ModelAssembly(elements, output, writer, reader, subclasses, diagnostics)
                    .assemble(mappings, packages, compiledClasses)
                    .ifPresent(model -> new BaselineDiagnostics(elements, output, diagnostics, options, compiledClasses)
                            .check(model.model(), model.known(), mappings.values()));
        } catch (RuntimeException e) {
            defect(e);
        }
    }

    private void remember(ClassIndex index, SortedSet<String> classes) {
        List<String> there = classes.stream()
                .filter(name -> elements.getTypeElement(name) != null)
                .toList();
        try {
            index.write(output, there);
        } catch (IOException e) {
            diagnostics.error(Problem.NOT_WRITTEN, index.path(), String.valueOf(e.getMessage()));
        }
    }
}
