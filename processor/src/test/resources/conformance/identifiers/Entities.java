package conformance.identifiers;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Migratable
class IdentityLong {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}

@Entity
@Migratable
class IdentityInt {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;
}

@Entity
@Migratable
class IdentityShort {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Short id;
}

@Entity
@Migratable
class AutoLong {
    @Id
    @GeneratedValue
    Long id;
}

@Entity(name = "NamedAuto")
@Migratable
class AutoInteger {
    @Id
    @GeneratedValue(strategy = GenerationType.AUTO)
    Integer id;
}

@Entity
@Table(name = "seq_table")
@Migratable
class ImplicitSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
}

@Entity
@Migratable
@SequenceGenerator(name = "on_class", sequenceName = "my_seq", initialValue = 5, allocationSize = 10)
class OnClass {
    @Id
    @GeneratedValue(generator = "on_class")
    Long id;
}

@Entity
@Migratable
class OnAttribute {
    @Id
    @SequenceGenerator(name = "on_attribute")
    @GeneratedValue(generator = "on_attribute")
    Integer id;
}

@Entity
@Migratable
class StepOne {
    @Id
    @SequenceGenerator(name = "step_one", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "step_one")
    short id;
}

@Entity
@Migratable
class Undeclared {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "undeclared_gen")
    long id;
}

@Entity
@Migratable
class SharesUndeclared {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "undeclared_gen")
    long id;
}

@Entity
@Migratable
class SharesOther {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "on_class")
    long id;
}

@Entity
@Migratable
@SequenceGenerator(allocationSize = 7)
class Nameless {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
}

@Entity
@Migratable
@Table(schema = "shop")
class OtherSchema {
    @Id
    @SequenceGenerator(name = "other_gen", schema = "other")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "other_gen")
    long id;
}

@Entity
@Migratable
@Table(schema = "shop", name = "implicit_elsewhere")
class ImplicitElsewhere {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
}

@Entity
@Migratable
class UuidId {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;
}

@Entity
@Migratable
class UuidAuto {
    @Id
    @GeneratedValue
    UUID id;
}

@Entity
@Migratable
class UuidText {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Column(length = 36)
    String id;
}

@Entity
@Migratable
class UuidHibernate {
    @Id
    @UuidGenerator
    UUID id;
}

@Entity
@Migratable
class BigId {
    @Id
    @GeneratedValue
    BigInteger id;
}

@Entity
@Migratable
class Assigned {
    @Id
    @Column(name = "the_id")
    int id;
}

class Outer {
    @Entity
    @Migratable
    static class Nested {
        @Id
        @GeneratedValue
        Long id;
    }
}
