package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Migratable
@Entity
class Animal {

    @Id
    long id;

    @NotNull
    String name;
}

@Migratable
@Entity
class Dog extends Animal {

    @NotNull
    @Size(max = 20)
    @Column(name = "dog_breed")
    String breed;

    @Min(1)
    @NotNull
    Integer age;
}
