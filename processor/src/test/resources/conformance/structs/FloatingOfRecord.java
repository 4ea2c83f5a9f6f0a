package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "boxed_first")
record BoxedFirst(Float a, double z) {}

@Embeddable
@Struct(name = "plain_first")
record PlainFirst(float b, double y) {}

@Embeddable
@Struct(name = "boxed_both")
record BoxedBoth(Float c, Double x) {}

@Embeddable
@Struct(name = "with_integer")
record WithInteger(double v, String d) {}

@Embeddable
@Struct(name = "in_class")
class InClass {
    long w;
    Float e;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    BoxedFirst boxedFirst;
    PlainFirst plainFirst;
    BoxedBoth boxedBoth;
    WithInteger withInteger;
    InClass inClass;
}
