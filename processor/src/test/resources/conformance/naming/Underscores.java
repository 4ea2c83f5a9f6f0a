package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Odd_Table {

    @Id
    long id;

    String first_name;

    String _hidden;

    String Second_Name;

    String trailing_;
}
