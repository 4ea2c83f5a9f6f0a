package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(length = 10_485_760)
    String varchar;

    @Column(length = 10_485_761)
    String text;

    @Column(length = 2147483647)
    String longest;

    @Column(length = 1)
    String shortest;

    @Column(length = 100)
    byte[] bytes;

    @Column(length = 5)
    char letter;

    @Column(length = 10)
    char[] letters;
}
