package dev.migratable.processor.read;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What every reader needs.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param naming how names are made
 * @param unit what other classes declare for all
 * @param subclasses which entities extend which
 * @param diagnostics where errors go
 * @param options the user's options
 * @param validated whether constraints of Bean Validation are wanted, and are on the class path
 * @param documents what Java types are documents in one attribute, and might be something else in another
 * @param keys the columns of the keys that were read in this round, in the keys' order
 * @param attributes the attributes of the entities that were looked at in this round
 * @param annotations the annotations of elements that were looked at in this round
 * @param visiting the entities whose identifiers are just being read, so that a circle among them ends
 */
record ReadContext(
        Elements elements,
        Types types,
        Naming naming,
        PersistenceUnit unit,
        Subclasses subclasses,
        Diagnostics diagnostics,
        ProcessorOptions options,
        boolean validated,
        Map<String, DocumentTypes.Use> documents,
        Map<TypeElement, List<MappedColumn>> keys,
        Map<TypeElement, List<Attribute>> attributes,
        AnnotationIndex annotations,
        Set<String> visiting) {

    void error(Element element, Problem problem, Object... arguments) {
        diagnostics.error(element, problem, arguments);
    }
}
