package dev.migratable.change;

/** Says in one line of plain words what a change of a composite type does. */
final class CompositeTypeDescriber implements CompositeTypeChange.Visitor<String> {

    @Override
    public String visit(CreateCompositeType change) {
        return "create type " + change.table().display() + " with the attributes "
                + change.type().describe();
    }

    @Override
    public String visit(DropCompositeType change) {
        return "drop type " + change.table().display();
    }

    @Override
    public String visit(ChangeCompositeType change) {
        return "change attributes of type " + change.table().display() + " from "
                + change.from().describe() + " to " + change.to().describe();
    }
}
