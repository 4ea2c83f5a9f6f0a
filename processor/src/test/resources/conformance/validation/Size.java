package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Size;
import java.util.List;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Size(max = 40)
    String name;

    @Size(min = 3)
    String open;

    @Size(max = 255)
    @Column(length = 100)
    String wider;

    @Size(max = 50)
    @Column(length = 100)
    String narrower;

    @Size(max = 20_000_000)
    String text;

    @Size(max = 10)
    byte[] bytes;

    @Size(max = 3)
    List<String> list;

    @Size(max = 20)
    char[] letters;
}
