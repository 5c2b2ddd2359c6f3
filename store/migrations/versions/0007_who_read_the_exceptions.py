"""Who read the exceptions of the open-meetings audit; the log of records requests."""

from alembic import op
import sqlalchemy as sa

from store.tables.base import UTCDateTime

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'exception_review',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('exception_id', sa.String(), nullable=False),
        sa.Column('digest', sa.String(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('who', sa.String(), nullable=False),
        sa.Column('at', UTCDateTime(timezone=True), nullable=False),
        sa.Column('why', sa.String(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_exception_review')),
    )
    op.create_index(
        op.f('ix_exception_review_exception_id'), 'exception_review', ['exception_id'],
        unique=False,
    )
    op.create_table(
        'records_request',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('body_id', sa.String(), nullable=False),
        sa.Column('meeting_date', sa.Date(), nullable=False),
        sa.Column('step', sa.String(), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('who', sa.String(), nullable=False),
        sa.Column('at', UTCDateTime(timezone=True), nullable=False),
        sa.Column('why', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ['body_id'], ['body.id'], name=op.f('fk_records_request_body_id_body')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_records_request')),
    )
    op.create_index(
        op.f('ix_records_request_body_id'), 'records_request', ['body_id'], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f('ix_records_request_body_id'), table_name='records_request')
    op.drop_table('records_request')
    op.drop_index(op.f('ix_exception_review_exception_id'), table_name='exception_review')
    op.drop_table('exception_review')
