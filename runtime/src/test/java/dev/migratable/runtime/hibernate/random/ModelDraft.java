package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A model while it is being drawn. Not thread-safe. */
final class ModelDraft {

    private static final List<String> WORDS = List.of(
            "amount",
            "birthDate",
            "code",
            "comment",
            "count",
            "createdAt",
            "currency",
            "description",
            "email",
            "factor",
            "firstName",
            "height",
            "itemNo",
            "label",
            "lastLogin",
            "level",
            "limitTo",
            "name",
            "note",
            "number",
            "origin",
            "phone",
            "place",
            "price",
            "quantity",
            "rank",
            "rating",
            "reason",
            "reference",
            "score",
            "size",
            "source",
            "state",
            "status",
            "street",
            "subTotal",
            "text",
            "title",
            "token",
            "total",
            "unit",
            "url",
            "validUntil",
            "weight",
            "zipCode",
            "aURL",
            "x",
            "isOpen",
            "orderNo",
            "userName",
            "grouping",
            "äußere",
            "under_score",
            "withDigit2");
    private static final List<String> NOUNS = List.of(
            "Account",
            "Article",
            "Author",
            "Basket",
            "Branch",
            "Customer",
            "Delivery",
            "Department",
            "Employee",
            "Invoice",
            "Item",
            "Ledger",
            "Machine",
            "OrderLine",
            "Parcel",
            "Payment",
            "Person",
            "Product",
            "Project",
            "PurchaseOrder",
            "Region",
            "Route",
            "Shelf",
            "Shipment",
            "Supplier",
            "Task",
            "Team",
            "Ticket",
            "Vehicle",
            "Warehouse",
            "URLEntry",
            "Grouping",
            "Clerk",
            "Stock",
            "Tag");

    private final Draw draw;
    private final boolean byProperty;
    private final Map<String, String> options = new TreeMap<>();
    private final List<ClassDraft> classes = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    ModelDraft(Draw draw) {
        this.draw = draw;
        this.byProperty = draw.chance(30);
    }

    Draw draw() {
        return draw;
    }

    /** Returns whether annotations are on getters. */
    boolean byProperty() {
        return byProperty;
    }

    Map<String, String> options() {
        return options;
    }

    List<ClassDraft> classes() {
        return classes;
    }

    List<ClassDraft> of(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return classes.stream().filter(c -> wanted.contains(c.kind())).toList();
    }

    ClassDraft add(Kind kind, String name) {
        ClassDraft added = new ClassDraft(kind, name, byProperty);
        classes.add(added);
        return added;
    }

    /** Returns a name that nothing else in the model has, neither in another case nor with underscores. */
    String fresh(String wish) {
        String name = wish;
        for (int i = 2; !taken.add(name.replace("_", "").toLowerCase(java.util.Locale.ROOT)); i++) {
            name = wish + i;
        }
        return name;
    }

    /** Returns a name for an attribute. */
    String attributeName() {
        return fresh(draw.oneOf(WORDS));
    }

    /** Returns a name for a class. */
    String className(String suffix) {
        return fresh(draw.oneOf(NOUNS) + suffix);
    }
}
