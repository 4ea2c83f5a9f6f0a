package dev.migratable.change;

/** Says in one line of plain words what a change of an enum type does. */
final class EnumTypeDescriber implements EnumTypeChange.Visitor<String> {

    @Override
    public String visit(CreateEnumType change) {
        return "create type " + change.table().display() + " with the values "
                + String.join(", ", change.type().labels());
    }

    @Override
    public String visit(DropEnumType change) {
        return "drop type " + change.table().display();
    }

    @Override
    public String visit(AddEnumValue change) {
        return "add value " + change.label() + " to type " + change.table().display()
                + change.before().map(label -> " before " + label).orElse("");
    }

    @Override
    public String visit(DropEnumValue change) {
        return "drop value " + change.label() + " of type " + change.table().display();
    }

    @Override
    public String visit(ReorderEnumType change) {
        return "change order of type " + change.table().display() + " from " + String.join(", ", change.from()) + " to "
                + String.join(", ", change.to());
    }
}
