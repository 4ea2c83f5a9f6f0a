package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(columnDefinition = "text collate \"C\"")
    String code;

    @Column(columnDefinition = "varchar(20) COLLATE pg_catalog.\"de-x-icu\" not null")
    String name;

    @Column(columnDefinition = "text collate \"default\"")
    String plain;
}
