package conformance.composite_ids;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;

class AccountKey implements Serializable {

    @Column(name = "bank_code")
    String bank;

    @Column(length = 20)
    String number;
}

@Entity
@Migratable
@IdClass(AccountKey.class)
class Account {

    @Id
    @Column(name = "bank_code")
    String bank;

    @Id
    @Column(length = 20)
    String number;
}
