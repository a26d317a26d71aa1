// Made by avro-build from schema files: change those.

#[allow(
    dead_code,
    missing_docs,
    missing_copy_implementations,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
pub mod mutual {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "mutual")]
    pub struct Employee {
        pub name: String,
        pub department: Option<Department>,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "mutual")]
    pub struct Department {
        pub head: Option<Box<Employee>>,
        pub parent: Option<Box<Department>>,
        #[avro(default = [])]
        pub staff: Vec<Employee>,
        pub budget: DepartmentBudget,
    }

    /// What `Department::budget` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum DepartmentBudget {
        Employee(Box<Employee>),
        Budget(Budget),
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "mutual")]
    pub struct Budget {
        #[avro(null_last)]
        pub owner: Option<Box<Department>>,
    }
}

::avro_runtime::__private::source! {
    self::mutual::Employee = 0x6e1d_9ab8_c1c8_05e7_314e_c7bc_6c1c_f193,
    self::mutual::Department = 0x706e_eb8a_8c3c_e4a6_351f_02de_e5da_910d,
    self::mutual::Budget = 0xb76c_f168_d310_748b_acce_00ca_b558_0b18,
}
