package conformance.superclasses;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

class NotMapped {
    String notStored;
}

@MappedSuperclass
class Base<T> extends NotMapped {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    T id;

    @Version
    long version;

    @Column(name = "made_by", nullable = false)
    String creator;
}

@MappedSuperclass
abstract class Audited<T, N extends Number, P> extends Base<T> {
    N count_;

    @ManyToOne
    P parent;
}

@Entity
@Migratable
class Simple extends Base<Short> {
    String text;
}

@Entity
@Migratable
class Deep extends Audited<Long, Integer, Simple> {
    String text;
}

@MappedSuperclass
@jakarta.persistence.SequenceGenerator(name = "base_gen", sequenceName = "base_seq", allocationSize = 3)
class GeneratorBase {
    @Id
    @GeneratedValue(generator = "base_gen")
    Long id;
}

@Entity
@Migratable
class WithBaseGenerator extends GeneratorBase {}

@MappedSuperclass
@jakarta.persistence.SequenceGenerator(allocationSize = 4)
class NamelessBase {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Migratable
class WithNamelessBase extends NamelessBase {}

@MappedSuperclass
class PlainBase {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Migratable
@jakarta.persistence.SequenceGenerator(allocationSize = 6)
class GeneratorBelow extends PlainBase {}

@Entity
@Migratable
@jakarta.persistence.SequenceGenerator(allocationSize = 8)
class GeneratorOverridden extends NamelessBase {}

class Between extends Audited<Integer, Double, Deep> {
    String notStoredEither;
}

@Entity
@Migratable
class Deeper extends Between {
    String text;
}
