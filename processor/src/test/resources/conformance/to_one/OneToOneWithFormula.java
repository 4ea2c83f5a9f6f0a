package conformance.to_one;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;

@Migratable
@Entity
class Code implements Serializable {
    @Id
    Long id;

    @Id
    @Column(name = "kind")
    String kind;
}

@Migratable
@Entity
class Stock {
    @Id
    Long id;

    @OneToOne
    @JoinColumnOrFormula(column = @JoinColumn(name = "code_id", referencedColumnName = "id"))
    @JoinColumnOrFormula(formula = @JoinFormula(referencedColumnName = "kind", value = "'A'"))
    Code code;
}
