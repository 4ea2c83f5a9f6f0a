package conformance.types;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.UUID;
import dev.migratable.annotations.Migratable;

@Target(ElementType.TYPE_USE)
@interface Checked {}

@Migratable
@Entity
class AnnotatedTypes {
    @Id
    @GeneratedValue
    @Checked UUID id;

    @Checked int count;

    @Checked String @Checked [] words;

    @Checked byte @NotNull [] picture;

    @Checked Place place;

    java.util.List<@Size(max = 20) @Checked String> notes;
}

@Embeddable
class Place {
    @Checked String street;
}
